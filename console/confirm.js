// Asks before something that cannot be taken back. Answers true or false.
export function confirmed(question, explanation, action) {
  const dialog = document.getElementById('confirmation').content.cloneNode(true).firstElementChild;
  dialog.querySelector('h2').textContent = question;
  dialog.querySelector('.explanation').textContent = explanation;
  const [yes, no] = dialog.querySelectorAll('button');
  yes.textContent = action;
  document.body.append(dialog);
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.querySelector('form').addEventListener('submit', event => {
      event.preventDefault();
      dialog.close('yes');
    });
    no.addEventListener('click', () => dialog.close('no'));
    dialog.showModal();
    no.focus();
  });
}
