using System.Text.RegularExpressions;
using Isthmus.Sandbox.ZohoCrm.Coql;
using Isthmus.Sandbox.ZohoCrm.Notifications;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Reading;
using Isthmus.Sandbox.ZohoCrm.Setup;
using Isthmus.Sandbox.ZohoCrm.Writing;
using Microsoft.AspNetCore.Routing.Template;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>All operations below /zoho-crm/crm/v8, and the same at every other place.</summary>
internal sealed partial class CrmRoutes
{
    private const string Version = "/crm/v8";

    public CrmRoutes(Channels channels)
    {
        var list = new CrmRouteList();
        OrgCalls.Add(list);
        ModuleCalls.Add(list);
        FieldCalls.Add(list);
        LayoutCalls.Add(list);
        ListCalls.Add(list);
        CoqlCall.Add(list);
        new WatchCalls(channels).Add(list);
        ReadCalls.Add(list);
        WriteCalls.Add(list);
        DeleteCalls.Add(list);
        RelatedCalls.Add(list);
        All = list.Routes;
    }

    public IReadOnlyList<CrmRoute> All { get; }

    public void Map(IEndpointRouteBuilder routes, CrmGateway gateway)
    {
        foreach (var (location, (api, _)) in DataCenters.All)
        {
            foreach (var route in All)
                routes.MapMethods($"/{api}{Version}{route.Template}", [route.Method],
                    context => gateway.RunAsync(context, route, location));
            var paths = All.Select(route =>
                new TemplateMatcher(TemplateParser.Parse($"{api}{Version}{route.Template}"), [])).ToList();
            routes.Map($"/{api}/{{**rest}}", context => gateway.RefuseRouteAsync(context,
                paths.Exists(path => path.TryMatch(context.Request.Path, [])), OtherVersion().IsMatch(context.Request.Path)));
        }
    }

    [GeneratedRegex(@"/crm/v(?!8/)[0-9.]+/")]
    private static partial Regex OtherVersion();
}
