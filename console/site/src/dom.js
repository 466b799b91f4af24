// Elements are made here and nowhere else. A text is always a text node: no markup is ever parsed.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: h('a', {href: '#/'}, 'text', another). Null, undefined and false children are left out. */
export function h(name, properties, ...children) {
  return made(document.createElement(name), properties, children);
}

/** An element of a picture. */
export function s(name, properties, ...children) {
  return made(document.createElementNS(SVG, name), properties, children);
}

/** Puts these in place of all that the element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
  return element;
}

let ids = 0;

/** A new id for an element that another one names. */
export function newId() {
  ids += 1;
  return `id-${ids}`;
}

function made(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...kept(children));
  return element;
}

function kept(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
