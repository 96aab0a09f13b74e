using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Samples;

/// <summary>Has every flow to the CRM look at once, so that nobody waits for the clock.</summary>
internal static class FirstLooks
{
    /// <summary>What each flow that read something found, a line each.</summary>
    public static async Task<IReadOnlyList<string>> TakeAsync(AppClient app, CancellationToken cancel)
    {
        var flows = await app.GetAsync("/api/master-data", cancel);
        var looks = new List<string>();
        foreach (var flow in flows.EnumerateArray().Where(flow => flow.GetProperty("on").GetBoolean()))
            if (await LookAsync(app, flow.GetProperty("name").GetString()!, cancel) is { } look) looks.Add(look);
        await app.SweepAsync("zoho-crm", cancel);
        return looks;
    }

    private static async Task<string?> LookAsync(AppClient app, string flow, CancellationToken cancel)
    {
        try { return Told(flow, (await app.PostAsync($"/api/master-data/{flow}/look", cancel)).GetProperty("counts")); }
        catch (HttpRequestException unavailable) { return $"{flow}: {unavailable.Message}"; }
    }

    private static string? Told(string flow, JsonElement counts)
    {
        long Of(string name) => counts.GetProperty(name).GetInt64();
        return Of("read") == 0 ? null : $"{flow}: {Of("read")} read: {Of("written")} written, {Of("unchanged")} unchanged, "
            + $"{Of("skipped")} skipped, {Of("failed")} failed";
    }
}
