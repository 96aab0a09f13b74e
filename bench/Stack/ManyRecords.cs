using System.Text.Json;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Stack;

/// <summary>Enters many records in a vendor's system, as people would have over years.</summary>
internal static class ManyRecords
{
    private const int AtOnce = 2_000;

    /// <summary>Enters them some at a time; <c>where</c> is like <c>sage-300/records/AP/APVendors</c>.</summary>
    /// <returns>Their ids, where the vendor gives them some.</returns>
    public static async Task<IReadOnlyList<string>> EnterAsync(LocalStack stack, string where, int count, Func<int, object> record)
    {
        var ids = new List<string>(count);
        foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            var answer = await stack.Sandbox.EnterAsync(where, CancellationToken.None, [.. some.Select(record)]);
            if (answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("ids", out var given))
                ids.AddRange(given.EnumerateArray().Select(id => id.GetString()!));
        }
        return ids;
    }
}
