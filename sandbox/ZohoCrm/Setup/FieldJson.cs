using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>A field as metadata shows it (vendor notes, section 5.4).</summary>
internal static class FieldJson
{
    public static JsonObject Show(Org org, CrmField field)
    {
        var shown = new JsonObject
        {
            ["associated_module"] = field.Type == FieldType.Subform ? Module(org, field.Target!, "module") : null,
            ["webhook"] = true,
            ["operation_type"] = Operations(field),
            ["colour_code_enabled_by_system"] = false,
            ["field_label"] = field.Label,
            ["tooltip"] = null,
            ["type"] = "used",
            ["field_read_only"] = field.IsReadOnly,
            ["display_label"] = field.Label,
            ["read_only"] = field.IsReadOnly,
            ["association_details"] = null,
            ["businesscard_supported"] = true,
            ["multi_module_lookup"] = new JsonObject(),
            ["id"] = field.Id.ToString(),
            ["filterable"] = true,
            ["visible"] = true,
            ["profiles"] = Profiles(),
            ["view_type"] = Views(field),
            ["separator"] = false,
            ["searchable"] = !field.Type.IsOfTheWholeRecord(),
            ["history_tracking_enabled"] = false,
            ["external"] = field.External is { } type ? new JsonObject { ["show"] = true, ["type"] = type } : null,
            ["api_name"] = field.ApiName,
            ["unique"] = field.IsUnique ? new JsonObject { ["case_sensitive"] = false } : [],
            ["enable_colour_code"] = false,
            ["pick_list_values"] = Choices(field),
            ["system_mandatory"] = field.IsMandatory,
            ["virtual_field"] = false,
            ["json_type"] = field.Type.JsonName(),
            ["crypt"] = null,
            ["range"] = null,
            ["created_source"] = "default",
            ["display_type"] = -1,
            ["ui_type"] = 1,
            ["modified_time"] = null,
            ["public"] = true,
            ["email_parser"] = new JsonObject { ["fields_update_supported"] = true, ["record_operations_supported"] = true },
            ["currency"] = field.Type == FieldType.Currency ? Rounding(field) : [],
            ["custom_field"] = field.IsCustom,
            ["lookup"] = field.Type == FieldType.Lookup ? Lookup(org, field) : new JsonObject(),
            ["convert_mapping"] = new JsonObject { ["Contacts"] = null, ["Deals"] = null, ["Accounts"] = null },
            ["rollup_summary"] = new JsonObject(),
            ["length"] = field.Length,
            ["display_field"] = org.Find(field.Module)!.DisplayField == field.ApiName,
            ["pick_list_values_sorted_lexically"] = false,
            ["sortable"] = !field.Type.IsOfTheWholeRecord(),
            ["global_picklist"] = null,
            ["data_type"] = field.Type.Name(),
            ["formula"] = new JsonObject(),
            ["decimal_place"] = field.Type.IsNumber() && field.Type != FieldType.Integer ? field.Decimals : null,
            ["mass_update"] = !field.IsReadOnly,
            ["multiselectlookup"] = new JsonObject(),
            ["auto_number"] = new JsonObject(),
        };
        return shown;
    }

    public static JsonObject Choice(CrmField field, PickListValue choice, int number) => new()
    {
        ["display_value"] = choice.DisplayValue,
        ["sequence_number"] = number,
        ["reference_value"] = choice.ActualValue,
        ["colour_code"] = "#dbdbdb",
        ["actual_value"] = choice.ActualValue,
        ["id"] = choice.Id(field).ToString(),
        ["type"] = "used",
    };

    private static JsonArray Choices(CrmField field) =>
        [.. field.PickList.Select((choice, index) => (JsonNode)Choice(field, choice, index + 1))];

    private static JsonObject Operations(CrmField field) => new()
    {
        ["web_update"] = !field.IsReadOnly, ["api_create"] = !field.IsReadOnly, ["web_create"] = !field.IsReadOnly,
        ["api_update"] = !field.IsReadOnly,
    };

    private static JsonObject Views(CrmField field) => new()
    {
        ["view"] = true, ["edit"] = !field.IsReadOnly, ["quick_create"] = false, ["create"] = !field.IsReadOnly,
    };

    private static JsonObject Rounding(CrmField field) =>
        new() { ["rounding_option"] = "normal", ["precision"] = field.Decimals };

    private static JsonObject Lookup(Org org, CrmField field) => new()
    {
        ["display_label"] = field.Label,
        ["revalidate_filter_during_edit"] = false,
        ["api_name"] = org.Find(field.Module)!.Plural,
        ["module"] = new JsonObject
        {
            ["crypt"] = false, ["api_name"] = field.Target, ["id"] = MetaId.Of("module", field.Target!).ToString(),
        },
        ["id"] = MetaId.Of("lookup", field.Module, field.ApiName).ToString(),
    };

    private static JsonObject Module(Org org, string apiName, string name) => new()
    {
        [name] = apiName, ["id"] = org.Find(apiName)!.Id.ToString(),
    };

    private static JsonArray Profiles() => new(new JsonObject
    {
        ["permission_type"] = "read_write", ["name"] = "Administrator", ["id"] = MetaId.Of("profile", "Administrator").ToString(),
    });
}
