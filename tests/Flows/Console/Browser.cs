using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

/// <summary>One page in a real browser: looks and clicks as a person would, by what the page says.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Chromium chromium = new();
    private readonly ClientWebSocket socket = new();
    private int calls;

    private Browser()
    {
    }

    public static async Task<Browser> OpenAsync(Uri page)
    {
        var browser = new Browser();
        var debugger = await browser.chromium.DebuggerAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://{debugger.Authority}") };
        var tab = await (await http.PutAsync("/json/new?" + page, null)).Content.ReadFromJsonAsync<JsonElement>();
        await browser.socket.ConnectAsync(new Uri(tab.GetProperty("webSocketDebuggerUrl").GetString()!), default);
        return browser;
    }

    public async Task FillAsync(string selector, string text)
    {
        await SeesAsync(selector, "");
        await RunAsync($"document.querySelector({Quote(selector)}).value = {Quote(text)}");
    }

    /// <summary>Waits until the element can be clicked; a button cannot while its work is under way.</summary>
    public async Task ClickAsync(string selector)
    {
        selector += ":not(:disabled)";
        await SeesAsync(selector, "");
        await RunAsync($"document.querySelector({Quote(selector)}).click()");
    }

    public Task GoAsync(string hash) => RunAsync($"location.hash = {Quote(hash)}");

    /// <summary>Waits until an element of this kind shows the text.</summary>
    public Task SeesAsync(string selector, string text) => Patience.UntilAsync<bool>(
        async () => await RunAsync(
            $"[...document.querySelectorAll({Quote(selector)})].some(node => node.innerText.includes({Quote(text)}))")
            is { ValueKind: JsonValueKind.True } ? true : null,
        async () => $"'{text}' in {selector}: {await RunAsync("document.body.innerText")}");

    public async Task<int> CountAsync(string selector) =>
        (await RunAsync($"document.querySelectorAll({Quote(selector)}).length")).GetInt32();

    /// <summary>The value of an expression in the page.</summary>
    public async Task<JsonElement> RunAsync(string expression)
    {
        var result = await CommandAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        if (result.TryGetProperty("exceptionDetails", out var error)) throw new InvalidOperationException(error.ToString());
        return result.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>A command of the DevTools protocol.</summary>
    public async Task<JsonElement> CommandAsync(string method, object parameters)
    {
        var id = ++calls;
        var call = new { id, method, @params = parameters };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, default);
        var answer = await AnswerAsync();
        while (!answer.TryGetProperty("id", out var which) || which.GetInt32() != id) answer = await AnswerAsync();
        return answer.GetProperty("result");
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await chromium.DisposeAsync();
    }

    private async Task<JsonElement> AnswerAsync()
    {
        using var message = new MemoryStream();
        var part = new byte[16 * 1024];
        WebSocketReceiveResult got;
        do
        {
            got = await socket.ReceiveAsync(part, default);
            message.Write(part, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(message.ToArray());
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
