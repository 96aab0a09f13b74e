using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Clients;

/// <summary>The app's calls for operators, with the function key of its state folder.</summary>
internal sealed class AppClient(Uri address, string home) : IDisposable
{
    private const string KeyHeader = "x-functions-key";

    public Uri Address => address;

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Takes the key that the host wrote when it started.</summary>
    public void ReadKey()
    {
        var file = Path.Combine(home, "keys.json");
        if (!File.Exists(file))
            throw new StackException(
                $"There is no {file}: the app has not run with this state folder.", "Start it with ./run, or set ISTHMUS_HOME.");
        using var keys = JsonDocument.Parse(File.ReadAllBytes(file));
        Http.DefaultRequestHeaders.Remove(KeyHeader);
        Http.DefaultRequestHeaders.Add(KeyHeader, keys.RootElement.GetProperty("default").GetString());
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancel)
    {
        using var answer = await Http.GetAsync(path, cancel);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)
            : throw new HttpRequestException($"GET {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }

    public async Task<JsonElement> PostAsync(string path, CancellationToken cancel)
    {
        using var answer = await Http.PostAsync(path, null, cancel);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)
            : throw new HttpRequestException($"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }

    public async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancel)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, cancel);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)
            : throw new HttpRequestException($"POST {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }

    /// <summary>True once there is such a run and it stands as wanted.</summary>
    public async Task<bool> RunStandsAsync(string run, Func<string, bool> wanted, CancellationToken cancel)
    {
        using var answer = await Http.GetAsync($"/api/runs/{Uri.EscapeDataString(run)}", cancel);
        return answer.IsSuccessStatusCode && wanted(
            (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("run").GetProperty("state").GetString()!);
    }

    /// <summary>Looks now for events that no webhook brought.</summary>
    public async Task SweepAsync(string connection, CancellationToken cancel) =>
        (await Http.PostAsync($"/api/connections/{connection}/sweep", null, cancel)).Dispose();

    /// <summary>Every run of a flow.</summary>
    public async Task<List<FlowRun>> RunsAsync(string flow, CancellationToken cancel) =>
        (await ItemsAsync($"/api/runs?flow={flow}&limit=500", cancel)).ConvertAll(FlowRun.Read);

    /// <summary>Every item of a list, page by page.</summary>
    /// <param name="list">Its path, with a query.</param>
    /// <param name="cancel">Ends the call.</param>
    public async Task<List<JsonElement>> ItemsAsync(string list, CancellationToken cancel)
    {
        var items = new List<JsonElement>();
        string? continuation = null;
        do
        {
            var page = await GetAsync(continuation is null ? list : $"{list}&continuation={Uri.EscapeDataString(continuation)}", cancel);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            continuation = page.GetProperty("continuation").GetString();
        }
        while (continuation is not null);
        return items;
    }

    public async Task<RunCounts> CountsAsync(CancellationToken cancel) =>
        RunCounts.Read(await GetAsync("/api/runs/summary", cancel));

    public void Dispose() => Http.Dispose();
}
