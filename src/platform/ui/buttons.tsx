/** Buttons, the forms of a single button, and the reason that stands beside a button that is refused. */
import type { VNode } from "preact";
import { safeHref } from "./link.tsx";
import { type Attributes, type Content, classes } from "./markup.ts";

export interface ButtonProps {
  /** With an address the button is a link that looks like one. */
  readonly href?: string;
  readonly name?: string;
  readonly value?: string;
  readonly type?: "submit" | "button" | "reset";
  /** One primary button a page; everything else is `secondary`. A dangerous act is `secondary` too, with the consequence in its words. */
  readonly variant?: "secondary";
  readonly size?: "small";
  readonly disabled?: boolean;
  readonly id?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** A button: verb and thing. */
export function Button(props: ButtonProps): VNode {
  const { href, name, value, type = "submit", variant, size, disabled, id, attributes, children } = props;
  const className = classes("govuk-button", variant && `govuk-button--${variant}`, size && "govuk-button--small", props.class);
  if (href !== undefined) {
    return (
      <a href={safeHref(href)} role="button" draggable={false} class={className} id={id} {...attributes}>
        {children}
      </a>
    );
  }
  return (
    <button
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={disabled || undefined}
      class={className}
      id={id}
      {...attributes}
    >
      {children}
    </button>
  );
}

/** Buttons and links side by side that wrap on a phone. */
export function ButtonGroup({ children }: { readonly children: Content }): VNode {
  return <div class="govuk-button-group">{children}</div>;
}

/** The name of the hidden field that carries the cross-site request token. */
export const CSRF_FIELD = "form_token";

/** The token that shows that a form came from our own page. */
export function CsrfField({ token }: { readonly token: string }): VNode {
  return <input type="hidden" name={CSRF_FIELD} value={token} />;
}

export interface FormProps {
  readonly action: string;
  readonly csrf: string;
  /** Needed when the form holds a file. */
  readonly multipart?: boolean;
  readonly id?: string;
  readonly class?: string;
  /** Values sent along unseen. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly children: Content;
}

/** A form that writes: POST, with its token. The server checks everything, so the browser's own checks are off. */
export function Form({ action, csrf, multipart, id, class: className, hidden = {}, children }: FormProps): VNode {
  return (
    <form
      method="post"
      action={safeHref(action)}
      enctype={multipart ? "multipart/form-data" : undefined}
      id={id}
      class={className}
      novalidate
    >
      <CsrfField token={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export interface ActionFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly text: Content;
  readonly name?: string;
  readonly value?: string;
  readonly variant?: "secondary";
  readonly size?: "small";
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** A sentence beside the button: what follows from it. */
  readonly note?: Content;
}

/** One act, one button. */
export function ActionForm({ action, csrf, text, name, value, variant, size, hidden, note }: ActionFormProps): VNode {
  return (
    <Form action={action} csrf={csrf} hidden={hidden} class="in-act">
      <Button name={name} value={value} variant={variant} size={size}>
        {text}
      </Button>
      {note && <span class="in-small">{note}</span>}
    </Form>
  );
}

export interface RefusedActionProps {
  readonly text: Content;
  /** Why not now, and what would allow it: “Closes when four attendance names are decided”. */
  readonly reason: Content;
  readonly id: string;
}

/** An act that is not possible now: the button stays, and says what would make it possible. */
export function RefusedAction({ text, reason, id }: RefusedActionProps): VNode {
  return (
    <div class="in-act">
      <Button type="button" variant="secondary" disabled attributes={{ "aria-describedby": `${id}-why` }}>
        {text}
      </Button>
      <span class="in-small" id={`${id}-why`}>
        {reason}
      </span>
    </div>
  );
}
