using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace Isthmus.Embedded.Tests.Model;

/// <summary>
/// Plays random stories, one a seed, until the time is over: ISTHMUS_MODEL_SECONDS, or a few. ISTHMUS_SEED plays the story of one
/// seed again. A story that goes wrong is told as short as it can be made in a while. In the few usual seconds it must go wrong
/// twice, for a busy machine can upset one; when a time or a seed is asked for, once is enough.
/// </summary>
internal static class Trials
{
    private const int UsualSeconds = 8;
    private const int PatienceToShrink = 60;

    public static async Task<int> PlayAsync<T>(Gen<T> deed, int length, Func<IReadOnlyList<T>, Task> play)
    {
        var chosen = Setting("ISTHMUS_SEED");
        var seconds = Setting("ISTHMUS_MODEL_SECONDS") ?? (chosen is null ? UsualSeconds : 0);
        var any = Gen.Choose(1, length).SelectMany(deed.ArrayOf);
        var clock = Stopwatch.StartNew();
        var stories = 0;
        for (var seed = chosen ?? 1; stories == 0 || clock.Elapsed.TotalSeconds < seconds; seed++, stories++)
        {
            var story = any.Sample(1, new Rnd((ulong)seed), length).First();
            if (await FailureOfAsync(story, play) is not { } failure) continue;
            if (seconds != UsualSeconds || await FailureOfAsync(story, play) is not null) throw await ToldAsync(seed, story, failure, play);
        }
        return stories;
    }

    private static async Task<XunitException> ToldAsync<T>(
        int seed, T[] story, Exception failure, Func<IReadOnlyList<T>, Task> play)
    {
        var clock = Stopwatch.StartNew();
        for (var size = story.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= story.Length && clock.Elapsed.TotalSeconds < PatienceToShrink;)
            {
                T[] shorter = [.. story[..at], .. story[(at + size)..]];
                if (await FailureOfAsync(shorter, play) is { } same) (story, failure) = (shorter, same);
                else at += size;
            }
        }
        return new XunitException($"ISTHMUS_SEED={seed} plays this again. {failure.GetType().Name}: {failure.Message}\n" +
            $"  {string.Join("\n  ", story)}\n{failure.StackTrace}");
    }

    private static async Task<Exception?> FailureOfAsync<T>(T[] story, Func<IReadOnlyList<T>, Task> play)
    {
        try
        {
            await play(story);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked : null;
}
