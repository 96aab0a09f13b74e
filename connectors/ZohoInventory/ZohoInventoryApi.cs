using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Zoho;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>The conventions of every Inventory call: organisation, envelope, pages of 200.</summary>
internal sealed class ZohoInventoryApi(ZohoInventoryOptions options, ZohoTransport transport)
{
    private const int MostPages = 2_000;

    public void BeginTurn() => transport.BeginTurn();

    public string OrganizationId => options.OrganizationId;

    public async Task<JsonElement> GetAsync(string operation, string path, string envelope, CancellationToken cancellation) =>
        Open(operation, await transport.SendAsync(new ApiCall(operation, HttpMethod.Get, Address(path)), cancellation), envelope);

    /// <summary>An answer as it came, without opening its envelope.</summary>
    public Task<JsonElement> GetAsync(
        string operation, string path, IReadOnlyList<(string, string?)> query, CancellationToken cancellation) =>
        transport.SendAsync(new ApiCall(operation, HttpMethod.Get, Address(path, query)), cancellation);

    /// <summary>Creates a record. Not repeatable: Zoho has no idempotency key.</summary>
    public async Task<JsonElement> CreateAsync(
        string operation, string path, IReadOnlyList<(string, string?)> query, ReadOnlyMemory<byte> body, string envelope,
        CancellationToken cancellation)
    {
        var call = new ApiCall(operation, HttpMethod.Post, Address(path, query)) { Body = body };
        return Open(operation, await transport.SendAsync(call, cancellation), envelope);
    }

    /// <summary>Changes the members in the body; saying it twice is saying it once.</summary>
    public async Task<JsonElement> UpdateAsync(
        string operation, string path, ReadOnlyMemory<byte> body, string envelope, CancellationToken cancellation)
    {
        var call = new ApiCall(operation, HttpMethod.Put, Address(path)) { Body = body, Repeatable = true };
        return Open(operation, await transport.SendAsync(call, cancellation), envelope);
    }

    /// <summary>Changes what the body names, where the answer holds no record; saying it twice is saying it once.</summary>
    public Task SetAsync(string operation, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        transport.SendAsync(new ApiCall(operation, HttpMethod.Put, Address(path)) { Body = body, Repeatable = true }, cancellation);

    /// <summary>Deletes a record; one that is gone already is as good as deleted.</summary>
    public async Task DeleteAsync(string operation, string path, CancellationToken cancellation)
    {
        try
        {
            await transport.SendAsync(new ApiCall(operation, HttpMethod.Delete, Address(path)) { Repeatable = true }, cancellation);
        }
        catch (FailureException error) when (error.Failure.Class == FailureClass.ReferenceMissing)
        {
        }
    }

    /// <summary>
    /// Moves a record to a status. To say it twice is to say it once, so it is repeatable and "already" is as good as done.
    /// </summary>
    public async Task MoveAsync(string operation, string path, CancellationToken cancellation)
    {
        try
        {
            await transport.SendAsync(new ApiCall(operation, HttpMethod.Post, Address(path)) { Repeatable = true }, cancellation);
        }
        catch (FailureException error) when (ZohoStatus.AlreadyThere(error.Failure))
        {
        }
    }

    /// <summary>Every row of a list, page by page; a row that a moving list shows twice comes once.</summary>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string operation, string path, string envelope, string idName, IReadOnlyList<(string, string?)> query,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>();
        for (var page = 1; page <= MostPages; page++)
        {
            var call = new ApiCall(operation, HttpMethod.Get,
                Address(path, [.. query, ("page", $"{page}"), ("per_page", "200")]));
            var answer = await transport.SendAsync(call, cancellation);
            foreach (var row in answer.Items(envelope))
                if (row.Text(idName) is not { } id || seen.Add(id)) yield return row;
            if (answer.Member("page_context")?.Flag("has_more_page") != true) yield break;
        }
    }

    private string Address(string path, params IReadOnlyList<(string, string?)> query) =>
        Query.Path(path, [.. query, ("organization_id", OrganizationId)]);

    private static JsonElement Open(string operation, JsonElement answer, string envelopes)
    {
        foreach (var envelope in envelopes.Split('|'))
            if (answer.Member(envelope) is { } record) return Single(record);
        throw new FailureException(new Failure(FailureClass.Bug, ZohoInventoryOptions.Id, operation, "envelope-missing",
            $"The answer has no member {envelopes.Replace("|", " or ")}.", "Report it: Zoho answers in another shape than known.")
        { EffectUnknown = true });
    }

    private static JsonElement Single(JsonElement record) =>
        record.ValueKind == JsonValueKind.Array && record.GetArrayLength() == 1 ? record[0] : record;
}
