import adam from './adam'
import { updateRule } from './rule'

export default updateRule({
  ...adam,
  name: 'AMSGrad',
  summary: 'Adam that never forgets the steepest slope: its steps can only become more careful.',
  reference: 'Reddi, Kale & Kumar 2018, "On the convergence of Adam and beyond"; torch.optim.Adam, amsgrad=True',
  hyperparameters: { ...adam.hyperparameters, amsgrad: true },
})
