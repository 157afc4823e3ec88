import { type KeyboardEvent, useState } from 'react'
import { format } from '../../views/format'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  /** Refuses a number by saying why. */
  readonly check?: (value: number) => string | undefined
  readonly className?: string
}

/** A number that shows few digits, and all of them while it is edited. Enter or leaving commits, Escape reverts. */
export function NumberField({ label, value, onChange, check, className = '' }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const problem = draft === null ? undefined : problemOf(draft, check)
  const commit = () => {
    if (draft === null) return
    if (problem === undefined && readNumber(draft) !== value) onChange(readNumber(draft))
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <input
      className={`number-field ${className}`}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={problem !== undefined || undefined}
      title={problem ?? String(value)}
      value={draft ?? format(value)}
      onFocus={(event) => {
        setDraft(String(value))
        const input = event.currentTarget
        requestAnimationFrame(() => input.select())
      }}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  )
}

/** Reads a number as people type it: a true minus sign, a decimal comma, powers of ten. NaN when it is none. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(/−/g, '-').replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
}

function problemOf(text: string, check?: (value: number) => string | undefined): string | undefined {
  const value = readNumber(text)
  return Number.isFinite(value) ? check?.(value) : 'not a number'
}
