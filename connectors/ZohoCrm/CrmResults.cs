using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Reads the results of a write one by one; they come in the order of the records.</summary>
internal static class CrmResults
{
    /// <param name="call">The write.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="sent">The records.</param>
    /// <exception cref="FailureException">There are not as many results as records: nobody knows which is whose.</exception>
    public static IReadOnlyList<CrmWrite> Read(ApiCall call, JsonElement? answer, IReadOnlyList<JsonElement> sent)
    {
        IReadOnlyList<JsonElement> results = answer is { } body ? [.. body.Items("data")] : [];
        if (results.Count == sent.Count) return [.. results.Select((result, at) => Read(call.Operation, result, sent[at]))];
        if (results.Count == 1 && results[0].Text("status") == "error")
            throw new FailureException(CrmFailures.Of(call.Operation, results[0], 400).Failure);
        throw new FailureException(TransportErrors.Malformed(ZohoCrmOptions.Id, call, 200).Failure);
    }

    private static CrmWrite Read(string operation, JsonElement result, JsonElement sent)
    {
        var details = result.Member("details") ?? default;
        if (result.Text("code") == "SUCCESS" || result.Text("status") == "success")
            return new CrmWrite(details.Text("id"), Created(result), null);
        var failure = CrmFailures.Of(operation, result, 400, sent).Failure;
        var holder = failure.Code == "DUPLICATE_DATA" ? details.Member("duplicate_record")?.Text("id") ?? details.Text("id") : null;
        return new CrmWrite(holder, false, failure);
    }

    private static bool Created(JsonElement result) => result.Text("action") switch
    {
        "insert" => true,
        "update" => false,
        _ => result.Text("message") == "record added",
    };
}
