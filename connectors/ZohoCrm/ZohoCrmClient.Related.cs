using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

public sealed partial class ZohoCrmClient
{
    /// <summary>
    /// The records of a related list of a record, such as the products of a deal. Source: Zoho CRM API v8, Get Related Records.
    /// </summary>
    /// <param name="module">The module's API name.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="list">The related list's API name.</param>
    /// <param name="fields">API names of the related module.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<JsonElement> ListRelatedAsync(
        string module, string id, string list, IReadOnlyList<string> fields,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var names = string.Join(',', fields.Select(Coql.RequireName));
        for (var page = 1; ; page++)
        {
            var path = $"/{Module(module)}/{Query.Segment(id)}/{Module(list)}";
            var answer = await api.GetAsync(
                "list related records", path, [("fields", names), ("page", $"{page}"), ("per_page", $"{PageSize}")],
                cancellation);
            if (answer is not { } document) yield break;
            foreach (var row in document.Items("data")) yield return row;
            if (document.Member("info")?.Flag("more_records") != true) yield break;
        }
    }
}
