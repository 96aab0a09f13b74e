using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

/// <summary>An operator's calls.</summary>
internal static class Calls
{
    public static Task<JsonElement> GetAsync(this World world, string path) => world.App.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Waits until the run stands in the list of a state; the run itself tells of it a moment before.</summary>
    public static Task<bool> ListedAsync(this World world, string run, string flow, string state) => Patience.UntilAsync<bool>(async () =>
        (await world.GetAsync($"/api/runs?flow={flow}&state={state}&limit=500")).GetProperty("items").EnumerateArray()
            .Any(listed => listed.GetProperty("id").GetString() == run) ? true : null);

    /// <summary>Acts, and answers with what the app said, accepted or refused.</summary>
    public static async Task<(int Status, JsonElement Body)> ActAsync(this World world, string path, object? body = null)
    {
        var answer = await world.App.PostAsJsonAsync(path, body ?? new { });
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
