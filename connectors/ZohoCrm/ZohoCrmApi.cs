using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The conventions of every call to the CRM: credits, places, and answers that are empty by intention (204, 304).
/// </summary>
internal sealed class ZohoCrmApi(ZohoTransport transport, CrmCredits credits, CrmPlaces places)
{
    public CrmCredits Credits => credits;

    public CrmPlaces Places => places;

    /// <summary>The answer's document; null where there is nothing.</summary>
    public async Task<JsonElement?> AskAsync(ApiCall call, bool heavy, CancellationToken cancellation)
    {
        credits.Require(call);
        using var place = await places.EnterAsync(heavy, cancellation);
        var answer = await transport.AskAsync(call, cancellation);
        return answer.Status is 204 or 304 ? null : answer.Json;
    }

    public Task<JsonElement?> GetAsync(
        string operation, string path, IReadOnlyList<(string, string?)> query, CancellationToken cancellation) =>
        AskAsync(new ApiCall(operation, HttpMethod.Get, Query.Path(path, query)), heavy: false, cancellation);

    /// <summary>The elements of a member of the answer; none where there is nothing.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(
        string operation, string path, string member, IReadOnlyList<(string, string?)> query, CancellationToken cancellation) =>
        await GetAsync(operation, path, query, cancellation) is { } answer ? [.. answer.Items(member)] : [];
}
