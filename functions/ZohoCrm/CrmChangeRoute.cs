using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Takes the CRM's news from the inbox to those who follow. A notification is a hint: where the CRM does not answer, the next
/// poll finds what it would have told.
/// </summary>
internal sealed class CrmChangeRoute(CrmFollowed followed, CrmNews news, CrmHandover handover, CrmModuleGate gate) : IEventRoute
{
    public string Connection => ZohoCrmOptions.Id;

    public bool Takes(string type) => type is CrmEvents.Notification or CrmEvents.Version or CrmEvents.Gone;

    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var module = body.FindText("module") ?? "";
        if (followed.Of(module).Count == 0) return Ignored("Nobody follows the module any more.");
        try
        {
            return received.Type switch
            {
                CrmEvents.Notification => await NotificationAsync(received, module, cancellation),
                CrmEvents.Version => await VersionAsync(module, body, client, cancellation),
                _ => await GoneAsync(module, body, client, cancellation),
            };
        }
        catch (FailureException failed) when (Passes(failed.Failure))
        {
            return new RouteOutcome(InboxState.Received, $"{failed.Failure.Connection} does not answer: it waits.");
        }
    }

    /// <summary>A vendor that serves nobody for hours is no reason for a dead letter.</summary>
    private static bool Passes(Failure failure) => failure.Connection != Failure.Ours
        && (failure.Class is FailureClass.Transient or FailureClass.Throttled or FailureClass.Auth);

    private async Task<RouteOutcome> NotificationAsync(InboxEvent received, string module, CancellationToken cancellation)
    {
        if (received.Body.Content is not { } bytes || CrmNotification.TryRead(bytes.Span) is not { } notification)
            return Ignored("It names no records; the next poll finds what it was about.");
        try
        {
            var taken = await news.TakeNamedAsync(
                module, notification.Ids, notification.Operation == "delete", cancellation);
            return taken > 0
                ? new RouteOutcome(InboxState.Routed, $"{taken} of {notification.Ids.Count} records of {module} are news.")
                : Ignored("What it tells is known, or our own doing.");
        }
        catch (FailureException failed)
        {
            if (CrmModule.IsRefused(failed.Failure)) gate.Forget();
            return Ignored($"The CRM did not answer ({failed.Failure.Code}); the next poll finds what it was about.");
        }
    }

    private async Task<RouteOutcome> VersionAsync(
        string module, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var verdict = await handover.VersionAsync(module, body.GetProperty("record"), Handed(body), client, cancellation);
        return verdict == CrmVerdict.News
            ? new RouteOutcome(InboxState.Routed, $"Handed over to those who follow {module}.")
            : Ignored($"The version is {(verdict == CrmVerdict.Older ? "older than what was handed over" : "known")}.");
    }

    private async Task<RouteOutcome> GoneAsync(
        string module, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = body.NeedText("id", ZohoCrmOptions.Id);
        DateTimeOffset? at = body.GetProperty("at") is { ValueKind: JsonValueKind.String } when ? when.GetDateTimeOffset() : null;
        var gone = new CrmAbsence(id, at, body.FindText("master"));
        return await handover.GoneAsync(module, gone, Handed(body), client, cancellation)
            ? new RouteOutcome(InboxState.Routed, $"Handed over to those who follow {module}.")
            : Ignored("That it is gone is known, or it is back.");
    }

    private static int? Handed(JsonElement body) =>
        body.TryGetProperty("handed", out var times) && times.TryGetInt32(out var count) ? count : null;

    private static RouteOutcome Ignored(string why) => new(InboxState.Ignored, why);
}
