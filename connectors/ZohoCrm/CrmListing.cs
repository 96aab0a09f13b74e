using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// Reads a module by page tokens, oldest change first. Zoho ends such a reading after 100,000 records: before that a new one
/// begins at the last change that was read, and what it shows again is left out.
/// </summary>
internal sealed class CrmListing(ZohoCrmApi api, string module, IReadOnlyList<string> fields)
{
    private const int MostFields = 50;
    private const int MostPages = 490;

    private readonly string names = Names(fields);

    /// <summary>What a list shows, as its parameter names it.</summary>
    public static string Names(IReadOnlyList<string> fields)
    {
        var all = fields.Union(["id", "Modified_Time"], StringComparer.Ordinal).Select(Coql.RequireName).ToList();
        return all.Count <= MostFields ? string.Join(',', all) : throw new FailureException(TooMany());
    }

    /// <summary>
    /// Whether Zoho includes the second itself is not documented: a second earlier is asked for, and what is too old left out.
    /// </summary>
    public static IReadOnlyList<(string, string)> Since(DateTimeOffset? since) =>
        since is { } at ? [("If-Modified-Since", CrmTime.Write(at.AddSeconds(-1)))] : [];

    public async IAsyncEnumerable<JsonElement> ReadAsync(
        DateTimeOffset? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var whole = since is { } at ? new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset) : since;
        var seen = new HashSet<string>();
        var last = DateTimeOffset.MinValue;
        var token = (string?)null;
        for (var page = 1; ; page++)
        {
            var answer = await PageAsync(whole, token, cancellation);
            if (answer is not { } document) yield break;
            foreach (var record in document.Items("data"))
            {
                var modified = CrmTime.Modified(record);
                if (modified < whole) continue;
                if (modified > last)
                {
                    seen.Clear();
                    last = modified.Value;
                }
                if (seen.Add($"{record.Text("id")}|{modified?.UtcTicks}")) yield return record;
            }
            var info = document.Member("info") ?? default;
            if (!info.Flag("more_records")) yield break;
            token = info.Text("next_page_token") ?? throw new FailureException(NoToken());
            if (page < MostPages) continue;
            if (last <= whole) throw new FailureException(Crowded());
            (whole, token, page) = (last, null, 0);
        }
    }

    private Task<JsonElement?> PageAsync(DateTimeOffset? since, string? token, CancellationToken cancellation)
    {
        IReadOnlyList<(string, string?)> query =
            [("fields", names), ("per_page", "200"), ("sort_by", "Modified_Time"), ("sort_order", "asc"), ("page_token", token)];
        var call = new ApiCall("list records", HttpMethod.Get, Query.Path($"/{module}", query)) { Headers = Since(since) };
        return api.AskAsync(call, heavy: true, cancellation);
    }

    private static Failure TooMany() => Wrong(FailureClass.Bug, "too-many-fields", $"A list shows at most {MostFields} fields.",
        "Report it: the call itself is wrong, not the record.");

    private static Failure NoToken() => Wrong(FailureClass.Transient, "malformed-answer",
        "The answer says that more records follow and not where.", "It is tried again.");

    private static Failure Crowded() => Wrong(FailureClass.Permanent, CrmQuery.TooManyRows,
        "More records than one reading shows were changed in the same second.",
        "Read the module in parts, or change some of them again.");

    private static Failure Wrong(FailureClass kind, string code, string message, string cure) =>
        new(kind, ZohoCrmOptions.Id, "list records", code, message, cure);
}
