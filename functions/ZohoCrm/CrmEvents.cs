using System.Security.Cryptography;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// The CRM's news as events of the inbox: what a channel sent, a version of a record, and that a record is gone.
/// </summary>
internal sealed class CrmEvents(WebhookIntake intake, EventInbox inbox)
{
    public const string Notification = "notification";
    public const string Version = "version";
    public const string Gone = "gone";

    /// <summary>Two deliveries of one notification are the same bytes.</summary>
    public static Task<bool> TakeNotificationAsync(WebhookIntake intake, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(body.Span))[..32];
        return intake.TakeAsync(ZohoCrmOptions.Id, $"{Notification}:{name}", Notification, body, "webhook", cancellation);
    }

    public Task<bool> TakeVersionAsync(string module, CrmVersion seen, int handed, string source, CancellationToken cancellation) =>
        TakeAsync($"{module}:{seen.Id}:{seen.Name}:{handed}", Version, new { module, record = seen.Record, handed }, source, cancellation);

    public Task<bool> TakeGoneAsync(string module, CrmAbsence gone, int handed, string source, CancellationToken cancellation) =>
        TakeAsync(
            $"{module}:{gone.Id}:gone:{handed}", Gone,
            new { module, id = gone.Id, at = gone.At, master = gone.MasterId, handed }, source, cancellation);

    /// <summary>Takes an event; one that could not be handed over, however often that was tried, gets another chance.</summary>
    private async Task<bool> TakeAsync<T>(string id, string type, T body, string source, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        if (await intake.TakeAsync(ZohoCrmOptions.Id, id, type, bytes, source, cancellation)) return true;
        if (await inbox.FindAsync(ZohoCrmOptions.Id, id, cancellation) is not { State: InboxState.DeadLettered }) return false;
        await intake.EnqueueAsync(ZohoCrmOptions.Id, id, cancellation);
        return true;
    }
}

/// <summary>A record that is not there any more.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was deleted, where Zoho says so.</param>
/// <param name="MasterId">The record that it was merged into, where one holds its key.</param>
internal sealed record CrmAbsence(string Id, DateTimeOffset? At, string? MasterId);
