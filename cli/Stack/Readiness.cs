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
            if (child.HasExited) throw Ended(child);
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

    private static StackException Ended(ChildProcess child)
    {
        var said = string.Join("\n  ", child.LastLines.Where(line => line.Length > 0).TakeLast(6));
        var old = said.Contains("version", StringComparison.OrdinalIgnoreCase) && said.Contains("state", StringComparison.OrdinalIgnoreCase);
        return new StackException(
            $"The {child.Name} ended at once (exit code {child.ExitCode}):\n  {said}",
            old ? "Start anew with ./run --fresh, which removes the old state." : $"Read {child.LogFile}.");
    }
}
