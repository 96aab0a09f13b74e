using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>One layout a module, with what is required on it; and the pipelines of deals.</summary>
internal static class LayoutCalls
{
    public static void Add(CrmRouteList routes)
    {
        routes.Get("/settings/layouts", "settings.layouts.READ", List);
        routes.Get("/settings/layouts/{id}", "settings.layouts.READ", One);
        routes.Get("/settings/pipeline", "settings.pipeline.READ", Pipelines);
        routes.Get("/settings/pipeline/{id}", "settings.pipeline.READ", OnePipeline);
    }

    private static CrmAnswer List(CrmCall call) => CrmAnswer.Of("layouts", new JsonArray(Layout(call.Org, call.NeededModule())));

    private static CrmAnswer One(CrmCall call)
    {
        var module = call.NeededModule();
        return module.LayoutId == CrmCall.Id(call.Path("id"), 2)
            ? CrmAnswer.Of("layouts", new JsonArray(Layout(call.Org, module))) : CrmAnswer.Empty;
    }

    private static JsonObject Layout(Org org, CrmModule module) => new()
    {
        ["display_label"] = "Standard",
        ["created_for"] = null,
        ["show_business_card"] = true,
        ["generated_type"] = "system",
        ["created_time"] = null,
        ["actions_allowed"] = Actions("edit", "rename", "clone", "downgrade", "delete", "deactivate", "set_layout_permissions"),
        ["source"] = "crm",
        ["visible"] = true,
        ["status"] = "active",
        ["name"] = "Standard",
        ["api_name"] = "Standard",
        ["id"] = module.LayoutId.ToString(),
        ["has_more_profiles"] = false,
        ["modified_time"] = null,
        ["modified_by"] = null,
        ["created_by"] = null,
        ["profiles"] = new JsonArray(),
        ["sections"] = new JsonArray(new JsonObject
        {
            ["display_label"] = $"{module.Singular} Information",
            ["name"] = $"{module.Singular} Information",
            ["api_name"] = $"{module.Singular} Information",
            ["sequence_number"] = 1,
            ["column_count"] = 2,
            ["type"] = "used",
            ["generated_type"] = "default",
            ["id"] = MetaId.Of("section", module.ApiName).ToString(),
            ["isSubformSection"] = false,
            ["mode"] = "all",
            ["tab_traversal"] = "left_to_right",
            ["actions_allowed"] = Actions("add_field", "rename", "change_tab_traversal", "reorder", "delete", "remove_field",
                "change_column_count"),
            ["fields"] = new JsonArray([.. module.Fields.Where(org.Has)
                .Select((field, index) => (JsonNode)Field(field, index + 1))]),
        }),
    };

    private static JsonObject Field(CrmField field, int number) => new()
    {
        ["required"] = field.IsMandatory,
        ["api_name"] = field.ApiName,
        ["field_label"] = field.Label,
        ["sequence_number"] = number,
        ["data_type"] = field.Type.Name(),
        ["length"] = field.Length,
        ["read_only"] = field.IsReadOnly,
        ["pick_list_values"] = new JsonArray([.. field.PickList
            .Select((choice, index) => (JsonNode)Choice(field, choice, index + 1))]),
        ["id"] = field.Id.ToString(),
    };

    private static JsonObject Choice(CrmField field, PickListValue choice, int number)
    {
        var shown = FieldJson.Choice(field, choice, number);
        shown["maps"] = new JsonArray();
        return shown;
    }

    private static JsonObject Actions(params ReadOnlySpan<string> names)
    {
        var actions = new JsonObject();
        foreach (var name in names) actions[name] = true;
        return actions;
    }

    private static CrmAnswer Pipelines(CrmCall call)
    {
        if (call.Needed("layout_id") != call.Org.Find("Deals")!.LayoutId.ToString()) throw CrmRefusal.Parameter("layout_id");
        return CrmAnswer.List("pipeline", call.Org.Pipelines.Select(Pipeline));
    }

    private static CrmAnswer OnePipeline(CrmCall call)
    {
        var id = call.Path("id");
        return CrmAnswer.List("pipeline", call.Org.Pipelines.Where(pipeline => pipeline.Id.ToString() == id).Select(Pipeline));
    }

    private static JsonObject Pipeline(Pipeline pipeline) => new()
    {
        ["display_value"] = pipeline.DisplayValue,
        ["default"] = pipeline.IsDefault,
        ["maps"] = new JsonArray([.. pipeline.Stages.Select((stage, index) => (JsonNode)Stage(stage, index + 1))]),
        ["actual_value"] = pipeline.DisplayValue,
        ["id"] = pipeline.Id.ToString(),
    };

    private static JsonObject Stage(Stage stage, int number) => new()
    {
        ["display_value"] = stage.DisplayValue,
        ["sequence_number"] = number,
        ["forecast_category"] = new JsonObject
        {
            ["name"] = stage.ForecastType == "Open" ? "Pipeline" : stage.ForecastType == "Closed Won" ? "Closed" : "Omitted",
            ["id"] = MetaId.Of("category", stage.ForecastType).ToString(),
        },
        ["actual_value"] = stage.ActualValue,
        ["id"] = stage.Id.ToString(),
        ["forecast_type"] = stage.ForecastType,
    };
}
