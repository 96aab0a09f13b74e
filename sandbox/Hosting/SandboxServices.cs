using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.State;
using Isthmus.Sandbox.Webhooks;

namespace Isthmus.Sandbox.Hosting;

/// <summary>What every vendor shares.</summary>
/// <param name="Clock">The time all vendors live in; controls move it forward.</param>
/// <param name="Faults">Faults that were asked for and not yet used up.</param>
/// <param name="Ids">New identifiers, the same ones for the same seed.</param>
/// <param name="Webhooks">Delivers webhooks with retries, and with their faults.</param>
/// <param name="Changes">Told when records change outside a request, so that they are saved.</param>
internal sealed record SandboxServices(
    SandboxClock Clock, FaultPlan Faults, IdSource Ids, WebhookSender Webhooks, ChangeSignal Changes);
