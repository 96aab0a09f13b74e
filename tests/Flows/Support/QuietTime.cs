namespace Isthmus.Flows.Tests.Support;

/// <summary>
/// The app's timers strike within the first minute of every fifth one. A world begins behind that minute, so that none of them calls a
/// vendor while a test counts calls or looks for what it did itself.
/// </summary>
internal static class QuietTime
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Begins = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Ends = TimeSpan.FromMinutes(3);

    /// <summary>How long after a moment it is quiet, in whole seconds.</summary>
    public static TimeSpan After(DateTimeOffset moment)
    {
        var past = TimeSpan.FromSeconds(moment.ToUnixTimeSeconds() % (long)Round.TotalSeconds);
        if (past < Begins) return Begins - past;
        return past < Ends ? TimeSpan.Zero : Round + Begins - past;
    }
}
