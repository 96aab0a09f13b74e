namespace Isthmus.Cli.Stack;

/// <summary>Waits until a program answers, or ends.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task WaitAsync(ChildProcess child, HttpClient http, string path, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(25);
        while (TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            if (child.HasExited) throw await EndedAsync(child);
            if (await AnswersAsync(http, path, cancel)) return;
            await Task.Delay(pause, TimeProvider.System, cancel);
            if (pause < TimeSpan.FromMilliseconds(400)) pause *= 1.5;
        }
        throw new StackException($"The {child.Name} does not answer after {Limit.TotalSeconds:0} s.", $"Read {child.LogFile}.");
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string path, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(path, cancel);
            return (int)answer.StatusCode < 500;
        }
        catch (HttpRequestException) { return false; }
    }

    private static async Task<StackException> EndedAsync(ChildProcess child)
    {
        await child.ReadToEndAsync();
        var said = child.LastLines.LastOrDefault(IsForPeople) ?? "It said nothing.";
        var old = said.Contains("version", StringComparison.OrdinalIgnoreCase);
        return new StackException(
            $"The {child.Name} ended at once (exit code {child.ExitCode}):\n  {said.Trim()}",
            old ? "Start anew with ./run --fresh, which removes the old state." : $"Read {child.LogFile}.");
    }

    private static bool IsForPeople(string line) =>
        line.Length > 0 && !line.TrimStart().StartsWith("at ", StringComparison.Ordinal);
}
