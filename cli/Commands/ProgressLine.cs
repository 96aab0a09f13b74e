namespace Isthmus.Cli.Commands;

/// <summary>
/// Says on standard error what goes on: one line that changes on a terminal, a line now and then where it is piped.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly bool terminal = !Console.IsErrorRedirected;
    private readonly Lock gate = new();
    private string shown = "";
    private long shownAt;

    public void Say(string text)
    {
        lock (gate)
        {
            if (text == shown) return;
            if (terminal) Console.Error.Write($"\r{text.PadRight(shown.Length)}");
            else if (shownAt == 0 || TimeProvider.System.GetElapsedTime(shownAt) > Pause || FirstWord(text) != FirstWord(shown))
            {
                Console.Error.WriteLine(text);
                shownAt = TimeProvider.System.GetTimestamp();
            }
            shown = text;
        }
    }

    public void Dispose()
    {
        if (terminal && shown.Length > 0) Console.Error.Write($"\r{new string(' ', shown.Length)}\r");
    }

    private static string FirstWord(string text) => text.Split(' ')[0];
}
