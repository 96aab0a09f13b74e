using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>Fields: what a module has, and new custom ones, five a call.</summary>
internal static class FieldCalls
{
    private const int MostACall = 5;

    public static void Add(CrmRouteList routes)
    {
        routes.Get("/settings/fields", "settings.fields.READ", List);
        routes.Get("/settings/fields/{field}", "settings.fields.READ", One);
        routes.Get("/settings/fields/{field}/pick_list_values", "settings.fields.READ", Choices);
        routes.Post("/settings/fields", "settings.fields.CREATE", Create);
    }

    private static CrmAnswer List(CrmCall call) => CrmAnswer.List("fields", Module(call).Fields.Where(call.Org.Has)
        .Where(field => call.Parameter("type") != "unused").Select(field => FieldJson.Show(call.Org, field)));

    private static CrmAnswer One(CrmCall call) => CrmAnswer.Of("fields", new JsonArray(FieldJson.Show(call.Org, Field(call))));

    private static CrmAnswer Choices(CrmCall call)
    {
        var field = Field(call);
        return CrmAnswer.List("pick_list_values", field.PickList.Select((choice, index) =>
        {
            var shown = FieldJson.Choice(field, choice, index + 1);
            shown["layout_associations"] = null;
            return shown;
        }));
    }

    private static CrmField Field(CrmCall call)
    {
        var name = call.Path("field");
        return Module(call).Fields.FirstOrDefault(field => field.Id.ToString() == name || field.ApiName == name)
            ?? throw CrmRefusal.Id(2);
    }

    private static CrmModule Module(CrmCall call) => call.NeededModule(orRows: true);

    private static CrmAnswer Create(CrmCall call)
    {
        var module = Module(call);
        if (call.Body.ValueKind != JsonValueKind.Object || !call.Body.TryGetProperty("fields", out var fields)
            || fields.ValueKind != JsonValueKind.Array) throw CrmRefusal.Body("fields", "jsonarray");
        if (fields.GetArrayLength() > MostACall)
            throw new CrmRefusal(400, "LIMIT_EXCEEDED", "maximum length exceeded",
                new JsonObject { ["maximum_length"] = MostACall, ["api_name"] = "fields" });
        var results = fields.EnumerateArray().Select((field, index) => Create(call, module, field, $"$.fields[{index}]"))
            .ToList();
        return ItemResult.Answer(call.Org, results, 201, "fields");
    }

    private static JsonObject Create(CrmCall call, CrmModule module, JsonElement given, string path)
    {
        if (Check(call.Org, module, given, path) is { } problem) return problem.ToJson();
        var definition = Definition(module, given);
        try
        {
            var field = FieldSetup.Define(call.Org, definition)!;
            call.Org.Definitions.Add(definition);
            return ItemResult.Success("field created", new JsonObject { ["id"] = field.Id.ToString() });
        }
        catch (ArgumentException exception)
        {
            return new Problem("LIMIT_EXCEEDED", exception.Message,
                new JsonObject { ["api_name"] = "unique", ["json_path"] = path + ".unique" }).ToJson();
        }
    }

    private static Problem? Check(Org org, CrmModule module, JsonElement given, string path)
    {
        foreach (var name in new[] { "field_label", "data_type" })
            if (!given.TryGetProperty(name, out _)) return Problem.Missing(name, $"{path}.{name}");
        if (FieldTypes.Find(given.GetProperty("data_type").ToString()) is null)
            return Problem.Value("data_type", path + ".data_type");
        if (given.TryGetProperty("external", out var external) && external.ValueKind == JsonValueKind.Object
            && org.Tier < Tier.Enterprise)
            return new Problem("FEATURE_NOT_SUPPORTED", "external fields are not available in this edition", []);
        var most = org.Tier.MostCustomFields();
        if (module.Fields.Count(field => field.IsCustom) >= most)
            return new Problem("LIMIT_EXCEEDED", "the custom fields of the module are used up",
                new JsonObject { ["limit"] = most });
        return module.Find(ApiName(given)) is null ? null
            : new Problem("DUPLICATE_DATA", "duplicate data",
                new JsonObject { ["api_name"] = "field_label", ["json_path"] = path + ".field_label" });
    }

    private static FieldDefinition Definition(CrmModule module, JsonElement given) => new()
    {
        Module = module.ApiName,
        ApiName = ApiName(given),
        Label = given.GetProperty("field_label").ToString(),
        DataType = given.GetProperty("data_type").ToString(),
        Length = given.TryGetProperty("length", out var length) && length.TryGetInt32(out var most) ? most : null,
        Unique = given.TryGetProperty("unique", out var unique) && unique.ValueKind is JsonValueKind.Object or JsonValueKind.True,
        External = given.TryGetProperty("external", out var external) && external.ValueKind == JsonValueKind.Object
            && external.TryGetProperty("type", out var type) ? type.ToString() : null,
        Lookup = given.TryGetProperty("lookup", out var lookup) && lookup.TryGetProperty("module", out var target)
            ? target.GetProperty("api_name").ToString() : null,
        PickListValues = given.TryGetProperty("pick_list_values", out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.Clone())] : null,
    };

    /// <summary>Made of the label: letters, digits and single underscores.</summary>
    private static string ApiName(JsonElement given) => string.Join('_', given.GetProperty("field_label").ToString()
        .Split([' ', '_', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(char.IsLetterOrDigit))));
}
