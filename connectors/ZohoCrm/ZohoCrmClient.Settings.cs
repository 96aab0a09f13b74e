using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

public sealed partial class ZohoCrmClient
{
    /// <summary>
    /// The organisation: edition, time zone, currency. From then on its edition's limits of calls at once and of credits
    /// hold.
    /// </summary>
    public async Task<CrmOrg> GetOrgAsync(CancellationToken cancellation = default)
    {
        var found = await api.ListAsync("read the organisation", "/org", "org", [], cancellation);
        if (found is not [{ ValueKind: JsonValueKind.Object } first, ..]) throw Malformed("read the organisation");
        var org = CrmOrg.Read(first);
        api.Places.Follow(org);
        api.Credits.Follow(org);
        return org;
    }

    /// <summary>The modules that the connection's user may see.</summary>
    public async Task<IReadOnlyList<CrmModule>> ListModulesAsync(CancellationToken cancellation = default) =>
        [.. (await api.ListAsync("list modules", "/settings/modules", "modules", [], cancellation))
            .Select(CrmModule.TryRead).OfType<CrmModule>()];

    /// <summary>The fields of a module.</summary>
    public async Task<IReadOnlyList<CrmField>> ListFieldsAsync(string module, CancellationToken cancellation = default) =>
        [.. (await api.ListAsync("list fields", "/settings/fields", "fields", [("module", Module(module))], cancellation))
            .Select(CrmField.TryRead).OfType<CrmField>()];

    /// <summary>
    /// The stages of deals in the pipelines of every layout, or, where there are no pipelines, of the field; one that several
    /// share comes once.
    /// </summary>
    public async Task<IReadOnlyList<CrmStage>> ListStagesAsync(CancellationToken cancellation = default)
    {
        var stages = new List<CrmStage>();
        var layouts = await api.ListAsync("list layouts", "/settings/layouts", "layouts", [("module", "Deals")], cancellation);
        foreach (var layout in layouts)
        {
            if (layout.Text("id") is not { } id) continue;
            var pipelines = await api.ListAsync("list pipelines", "/settings/pipeline", "pipeline",
                [("layout_id", id)], cancellation);
            stages.AddRange(pipelines.SelectMany(pipeline => pipeline.Items("maps")).Select(CrmStage.TryRead).OfType<CrmStage>());
        }
        if (stages.Count > 0) return [.. stages.Distinct()];
        var fields = await api.ListAsync("list fields", "/settings/fields", "fields", [("module", "Deals")], cancellation);
        return [.. fields.Where(field => field.Text("api_name") == "Stage").SelectMany(field => field.Items("pick_list_values"))
            .Select(CrmStage.TryRead).OfType<CrmStage>().Distinct()];
    }

    /// <summary>The id of the user who acts for the connection; null when Zoho does not say.</summary>
    public async Task<string?> GetUserIdAsync(CancellationToken cancellation = default) =>
        (await api.ListAsync("read the user", "/users", "users", [("type", "CurrentUser")], cancellation))
            .Select(user => user.Text("id")).FirstOrDefault();
}
