using System.Text.Json;
using Isthmus.Core.Inbox;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Webhooks;

/// <summary>Where an event went.</summary>
/// <param name="State">Routed or ignored; received where it has to wait, and then it comes again in a while.</param>
/// <param name="Outcome">The flow's instance id, or the reason.</param>
public sealed record RouteOutcome(InboxState State, string Outcome);

/// <summary>Takes some event types of one connection to a flow.</summary>
public interface IEventRoute
{
    /// <summary>Whose events it takes.</summary>
    string Connection { get; }

    /// <summary>True when it takes events of this type.</summary>
    bool Takes(string type);

    /// <summary>Starts or tells the flow.</summary>
    Task<RouteOutcome> RouteAsync(InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation);
}
