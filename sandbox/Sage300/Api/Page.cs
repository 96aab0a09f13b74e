using System.Text.Json;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Odata;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>One page of a resource in the order of its key. The link to the next carries the skip and nothing else.</summary>
internal static class Page
{
    public static void Write(Utf8JsonWriter json, Table table, QueryOptions query, Request request, WebApiSettings settings)
    {
        var fitting = query.Filter is null ? table.All : table.All.Where(query.Filter);
        var wanted = Math.Min(query.Top ?? int.MaxValue, settings.PageSize);
        // One more than the page tells whether there is a next one.
        var page = fitting.Skip(query.Skip).Take(wanted + 1).ToList();
        json.WriteStartObject();
        json.WriteString("@odata.context", request.Context(table.Schema, query.Select, one: false));
        if (query.Count) json.WriteNumber("@odata.count", query.Filter is null ? table.Count : fitting.Count());
        json.WriteStartArray("value");
        foreach (var record in page.Take(wanted)) json.Write(record, query.Select);
        json.WriteEndArray();
        if (page.Count > wanted && (query.Top ?? int.MaxValue) > wanted)
            json.WriteString("@odata.nextLink",
                $"{Host(request, settings)}/{table.Schema.Module}/{table.Schema.Resource}?$skip={query.Skip + wanted}");
        json.WriteEndObject();
    }

    private static string Host(Request request, WebApiSettings settings)
    {
        if (settings.LinkHost.Length == 0) return request.Root;
        return new UriBuilder(request.Root) { Scheme = "https", Host = settings.LinkHost, Port = -1 }.Uri.AbsoluteUri;
    }
}
