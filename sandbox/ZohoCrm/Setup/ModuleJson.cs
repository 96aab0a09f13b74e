using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>A module as metadata shows it; one that the edition lacks is hidden by the system (notes, section 5.2).</summary>
internal static class ModuleJson
{
    public static JsonObject Show(Org org, CrmModule module, int number)
    {
        var open = org.IsOpen(module);
        var usable = open && !module.IsSubform;
        return new JsonObject
        {
            ["global_search_supported"] = usable,
            ["public_fields_configured"] = false,
            ["recycle_bin_on_delete"] = true,
            ["has_more_profiles"] = false,
            ["sub_menu_available"] = usable,
            ["lookupable"] = usable,
            ["profile_count"] = 1,
            ["deletable"] = usable,
            ["description"] = null,
            ["creatable"] = usable,
            ["inventory_template_supported"] = module.Minimum == Tier.Professional && usable,
            ["modified_time"] = null,
            ["presence_sub_menu"] = usable,
            ["triggers_supported"] = usable,
            ["id"] = module.Id.ToString(),
            ["isBlueprintSupported"] = usable,
            ["visibility"] = open ? 1 : -1,
            ["convertable"] = false,
            ["editable"] = usable,
            ["emailTemplate_support"] = usable,
            ["email_parser_supported"] = false,
            ["filter_supported"] = usable,
            ["show_as_tab"] = usable,
            ["web_link"] = null,
            ["viewable"] = usable,
            ["api_supported"] = open,
            ["api_name"] = module.ApiName,
            ["quick_create"] = usable,
            ["generated_type"] = module.GeneratedType,
            ["feeds_required"] = false,
            ["scoring_supported"] = usable,
            ["webform_supported"] = usable,
            ["module_name"] = module.Plural.Replace(" ", ""),
            ["business_card_field_limit"] = 5,
            ["access_type"] = "org_based",
            ["plural_label"] = module.Plural,
            ["singular_label"] = module.Singular,
            ["actual_plural_label"] = module.Plural,
            ["actual_singular_label"] = module.Singular,
            ["modified_by"] = null,
            ["profiles"] = new JsonArray(new JsonObject
            {
                ["name"] = "Administrator", ["id"] = MetaId.Of("profile", "Administrator").ToString(),
            }),
            ["status"] = open ? "visible" : "system_hidden",
            ["sequence_number"] = number,
        };
    }
}
