using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>Modules: what there is, and new custom ones on Enterprise and above.</summary>
internal static class ModuleCalls
{
    private static readonly string[] states = ["visible", "user_hidden", "system_hidden", "scheduled_for_deletion"];

    public static void Add(CrmRouteList routes)
    {
        routes.Get("/settings/modules", "settings.modules.READ", List);
        routes.Get("/settings/modules/{name}", "settings.modules.READ", One);
        routes.Post("/settings/modules", "settings.modules.CREATE", Create);
    }

    private static CrmAnswer List(CrmCall call)
    {
        var status = call.Parameter("status") is null ? null : call.Several("status");
        if (status is not null && Array.FindIndex(status, state => !states.Contains(state)) is var wrong and >= 0)
            throw new CrmRefusal(400, Problem.InvalidData, "invalid data", new JsonObject
            {
                ["index"] = wrong,
                ["supported_values"] = new JsonArray([.. states.Select(state => (JsonNode)state)]),
                ["param_name"] = "status",
            });
        return CrmAnswer.List("modules", call.Org.Modules.Select((module, index) => ModuleJson.Show(call.Org, module, index + 1))
            .Where(shown => status is null || status.Contains((string?)shown["status"])));
    }

    private static CrmAnswer One(CrmCall call)
    {
        var name = call.Path("name");
        var module = call.Org.Modules.FirstOrDefault(module => module.ApiName == name || module.Id.ToString() == name);
        if (module is null || !call.Org.IsOpen(module)) throw CrmRefusal.Module(2);
        return CrmAnswer.Of("modules", new JsonArray(ModuleJson.Show(call.Org, module, 1)));
    }

    private static CrmAnswer Create(CrmCall call)
    {
        if (call.Org.Tier < Tier.Enterprise)
            throw new CrmRefusal(400, "NOT_SUPPORTED", "custom modules are not available in this edition");
        if (call.Body.ValueKind != JsonValueKind.Object || !call.Body.TryGetProperty("modules", out var modules)
            || modules.ValueKind != JsonValueKind.Array || modules.GetArrayLength() != 1)
            throw CrmRefusal.Body("modules", "jsonarray");
        return ItemResult.Answer(call.Org, [Create(call, modules[0])], 201, "modules");
    }

    private static JsonObject Create(CrmCall call, JsonElement given)
    {
        if (!given.TryGetProperty("plural_label", out var plural))
            return Problem.Missing("plural_label", "$.modules[0].plural_label").ToJson();
        var name = given.TryGetProperty("api_name", out var api) ? api.GetString()! : plural.GetString()!.Replace(' ', '_');
        if (call.Org.Find(name) is not null)
            return new Problem("DUPLICATE_DATA", "duplicate data",
                new JsonObject { ["api_name"] = "api_name", ["json_path"] = "$.modules[0].api_name" }).ToJson();
        var module = StandardModules.Custom(name);
        call.Org.Add(module);
        call.Org.Definitions.Add(new FieldDefinition { Module = name, ApiName = "Name" });
        return ItemResult.Success("module created successfully", new JsonObject { ["id"] = module.Id.ToString() });
    }
}
