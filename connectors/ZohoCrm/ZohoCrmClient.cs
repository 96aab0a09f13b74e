using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The calls that the flows make to Zoho CRM's API v8. Records are JSON objects by the API names of their fields, ids are
/// digits as text. Every method throws <see cref="FailureException"/> for what concerns the whole call; what concerns one
/// record of a write is in its <see cref="CrmWrite"/>. Source: Zoho CRM API v8, Records, COQL, Metadata, Notifications.
/// </summary>
public sealed partial class ZohoCrmClient
{
    private readonly ZohoCrmApi api;

    private readonly Lazy<IReadOnlyList<ICrmWriteWatcher>> watchers;

    internal ZohoCrmClient(ZohoCrmApi api, Lazy<IReadOnlyList<ICrmWriteWatcher>> watchers) =>
        (this.api, this.watchers) = (api, watchers);

    /// <summary>What is known of the organisation's API credits.</summary>
    public CrmCreditState Credits => api.Credits.State;

    /// <summary>The whole record, line items too; null when there is none of that id.</summary>
    public async Task<JsonElement?> GetAsync(string module, string id, CancellationToken cancellation = default)
    {
        try
        {
            var answer = await api.GetAsync("read a record", $"/{Module(module)}/{Query.Segment(id)}", [], cancellation);
            var record = answer?.Items("data").FirstOrDefault();
            return record is { ValueKind: JsonValueKind.Object } ? record : null;
        }
        catch (FailureException error) when (error.Failure.Code == CrmErrorTable.MissingCode)
        {
            return null;
        }
    }

    private static string Module(string name) => Coql.RequireName(name);

    private static FailureException Malformed(string operation) => new(
        TransportErrors.Malformed(ZohoCrmOptions.Id, new ApiCall(operation, HttpMethod.Post, ""), 200).Failure);
}
