/** Stands for the whole page when that has failed; the address still holds the scene. */
export function Failed() {
  return (
    <div className="failed" role="alert">
      <h1>Something in this page broke</h1>
      <p>Your scene is safe: the address holds it.</p>
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        Load the page again
      </button>
    </div>
  )
}
