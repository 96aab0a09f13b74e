using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>Reading records: one, a list, what was deleted, a search, a count.</summary>
internal static class ReadCalls
{
    private const string Scope = "modules.{module}.READ";

    public static void Add(CrmRouteList routes)
    {
        routes.Get("/{module}", Scope, ListCall.List);
        routes.Get("/{module}/{id}", Scope, One);
        routes.Get("/{module}/deleted", Scope, DeletedCall.List);
        routes.Add(new CrmRoute("GET", "/{module}/search", Scope, SearchCall.Find)
        {
            FurtherScope = "ZohoSearch.securesearch.READ",
        });
        routes.Get("/{module}/actions/count", Scope, SearchCall.Count);
    }

    private static CrmAnswer One(CrmCall call)
    {
        var module = call.Module();
        var id = ExternalIds.Resolve(call, module, call.Path("id"));
        if (id is null || module.Records.Find(id.Value) is not { } record) return CrmAnswer.Empty;
        return CrmAnswer.Of("data", new JsonArray(new RecordJson(call.Org).Whole(module, record)));
    }
}
