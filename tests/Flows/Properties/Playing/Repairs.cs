using System.Text.Json;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;
using AllFlows = Isthmus.Functions.Operators.Flows;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>What operators do. What they may not do at this moment is refused with a reason, never with an error.</summary>
internal static class Repairs
{
    /// <summary>What no repetition cures: a person has looked after it elsewhere.</summary>
    private static readonly string[] Final =
        ["refund-failed", "above-what-is-left", "already-billed", "already-shipped", "charge_disputed", "refund_disputed_payment"];

    /// <summary>Sage's ledger holds two decimals: a payout that needs three is entered by a person.</summary>
    private const string TooFine = "isthmus:PostPayout:mapping-refused";

    /// <summary>A sweep may fail, like everything that asks a vendor.</summary>
    public static async Task<int> SweepAsync(World world)
    {
        var found = 0;
        foreach (var connection in new[] { "stripe", "zoho-inventory" })
        {
            var answer = await world.App.PostAsync($"/api/connections/{connection}/sweep", null);
            if (!answer.IsSuccessStatusCode) continue;
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
            found += body.RootElement.GetProperty("found").GetInt32();
        }
        return found;
    }

    /// <summary>Answers with how many were held.</summary>
    public static async Task<int> DecideAsync(World world, bool approve)
    {
        var held = 0;
        foreach (var flow in AllFlows.All)
        {
            foreach (var run in await ItemsAsync(world, $"/api/runs?flow={flow}&state=held&limit=500"))
            {
                held++;
                await ActAsync(world, $"/api/runs/{run.GetProperty("id").GetString()}/{(approve ? "approve" : "reject")}");
            }
        }
        return held;
    }

    /// <summary>Answers with how many were dead.</summary>
    public static async Task<int> ResubmitAsync(World world, bool fromStep)
    {
        var letters = await LettersAsync(world);
        foreach (var letter in letters)
            await ActAsync(world, $"/api/dead-letters/{letter.GetProperty("runId").GetString()}/resubmit{(fromStep ? "?from=step" : "")}");
        return letters.Count;
    }

    /// <summary>Closes the dead letters that no repetition cures; answers with how many those were.</summary>
    public static async Task<int> CloseAsync(World world)
    {
        var final = (await LettersAsync(world))
            .Where(letter => Final.Contains(letter.GetProperty("failure").GetProperty("code").GetString())
                || letter.GetProperty("cause").GetString() == TooFine).ToList();
        foreach (var letter in final) await ActAsync(world, $"/api/dead-letters/{letter.GetProperty("runId").GetString()}/close");
        return final.Count;
    }

    public static Task<IReadOnlyList<JsonElement>> LettersAsync(World world) => ItemsAsync(world, "/api/dead-letters?limit=500");

    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(World world, string path) =>
        [.. (await world.GetAsync(path)).GetProperty("items").EnumerateArray()];

    private static async Task ActAsync(World world, string path)
    {
        var (status, body) = await world.ActAsync(path);
        Assert.True(status is 200 or 202 or 404 or 409, $"{path} answered {status}: {body}");
    }
}
