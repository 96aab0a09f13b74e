using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Odata;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>What can be done to one resource, as the endpoint list says.</summary>
internal sealed class Resource(Company company, Table table, EntityWriter writer)
{
    public Table Table => table;

    public EntityWriter Writer => writer;

    public Reply Answer(Request request)
    {
        if (!table.Schema.Verbs.Contains(request.Method))
            throw new WebApiError(405, "MethodNotAllowed", $"{request.Method} is not supported by {table.Schema.Resource}.");
        if (request.Method != "GET" && table.Schema.Module is "OE" or "IC" && company.Settings.DayEndRuns)
            throw WebApiError.General("Day End Processing is in progress. Try again later.");
        var reply = request.Key is { } key ? OfRecord(request, key) : OfAll(request);
        if (request.Method != "GET"
            && company.Faults.Take(WebApiVendor.Id, FaultKind.StoredError, $"{request.Method} {table.Schema.Resource}"))
            throw new WebApiError(500, "InternalServerError", "An unexpected error occurred after the record was stored.");
        return reply;
    }

    private Reply OfAll(Request request)
    {
        if (request.Method == "POST") return Stored(writer.Insert(request.NeedBody()), request);
        if (request.Method != "GET") throw new WebApiError(405, "MethodNotAllowed", $"{request.Method} needs a key.");
        var query = QueryOptions.Read(request.Query, table.Schema, company.Settings.Dialect);
        return Reply.Of(200, json => Page.Write(json, table, query, request, company.Settings));
    }

    private Reply OfRecord(Request request, string key)
    {
        if (key is "'$template'" or "'$process'") return Special(request, key);
        var there = table.Find(KeyText.Read(key, table.Schema)) ?? throw WebApiError.NoRecord(table.Schema.Resource, key);
        switch (request.Method)
        {
            case "GET":
                var select = QueryOptions.Read(request.Query, table.Schema, company.Settings.Dialect).Select;
                return Reply.Of(200, json => json.Write(there, select, request.Context(table.Schema, select, one: true)));
            case "PUT": writer.Replace(there, request.NeedBody()); break;
            case "PATCH": writer.Change(there, request.NeedBody()); break;
            case "DELETE": writer.Delete(there); break;
            default: throw new WebApiError(405, "MethodNotAllowed", "POST takes no key.");
        }
        return Reply.Nothing;
    }

    private Reply Special(Request request, string key)
    {
        if (request.Method != "POST" || key != "'$template'")
            throw new WebApiError(400, "InvalidAction", $"({key}) cannot be used with {request.Method} here.");
        return Reply.Of(200, json => json.Write(writer.Template(), null, request.Context(table.Schema, null, one: true)));
    }

    private Reply Stored(Entity record, Request request) =>
        Reply.Of(201, json => json.Write(record, null, request.Context(table.Schema, null, one: true)));
}
