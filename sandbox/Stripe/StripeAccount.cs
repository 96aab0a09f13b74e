using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Events;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe;

/// <summary>What the operations of the account share.</summary>
internal sealed record StripeAccount(
    SandboxServices Services, StripeRecords Records, EventLog Events, StripeSettings Settings, Agenda Agenda)
{
    public long Now => Services.Clock.UnixSeconds;

    public string NewId(string prefix, int length = 24) => Services.Ids.Next(prefix, length);
}
