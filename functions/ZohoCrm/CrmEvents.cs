using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Webhooks;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>The CRM's news as events of the inbox: what a channel sent, a version of a record, and that a record is gone.</summary>
internal static class CrmEvents
{
    public const string Notification = "notification";
    public const string Version = "version";
    public const string Gone = "gone";

    /// <summary>Two deliveries of one notification are the same bytes.</summary>
    public static Task<bool> TakeNotificationAsync(WebhookIntake intake, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body.Span))[..32];
        return intake.TakeAsync(ZohoCrmOptions.Id, $"{Notification}:{name}", Notification, body, "webhook", cancellation);
    }

    public static Task<bool> TakeVersionAsync(
        WebhookIntake intake, string module, CrmVersion seen, int handed, string source, CancellationToken cancellation) => intake.TakeAsync(
        ZohoCrmOptions.Id, $"{module}:{seen.Id}:{seen.Name}:{handed}", Version,
        JsonSerializer.SerializeToUtf8Bytes(new { module, record = seen.Record }), source, cancellation);

    public static Task<bool> TakeGoneAsync(
        WebhookIntake intake, string module, CrmAbsence gone, int handed, string source, CancellationToken cancellation) => intake.TakeAsync(
        ZohoCrmOptions.Id, $"{module}:{gone.Id}:gone:{handed}", Gone,
        JsonSerializer.SerializeToUtf8Bytes(new { module, id = gone.Id, at = gone.At, master = gone.MasterId }), source, cancellation);
}

/// <summary>A record that is not there any more.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was deleted, where Zoho says so.</param>
/// <param name="MasterId">The record that it was merged into, where one holds its key.</param>
internal sealed record CrmAbsence(string Id, DateTimeOffset? At, string? MasterId);
