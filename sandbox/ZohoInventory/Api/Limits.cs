using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>Calls a minute, a day and in flight, for the whole organisation (vendor notes, section 5).</summary>
internal sealed class Limits
{
    public const string MinuteMessage = "For security reasons you have been blocked for some time as you have exceeded "
        + "the maximum number of requests per minute that can be made from one account.";

    private readonly Window minute = new(TimeSpan.FromMinutes(1));
    private readonly Window day = new(TimeSpan.FromDays(1));
    private readonly Lock gate = new();
    private int inFlight;

    /// <exception cref="Refusal">44, 45 or 1070.</exception>
    public void Enter(Settings settings, DateTimeOffset now, IHeaderDictionary headers)
    {
        lock (gate)
        {
            if (settings.Concurrency > 0 && inFlight >= settings.Concurrency)
                throw new Refusal(1070, "Maximum number of in process requests reached for your organization.", 429);
            minute.Move(now);
            day.Move(now);
            Show(settings, now, headers);
            if (settings.PerDay > 0 && day.Count >= settings.PerDay)
                throw Blocked(45, $"You have exceeded the maximum call rate limit of {settings.PerDay}", day.SecondsLeft(now));
            if (settings.PerMinute > 0 && minute.Count >= settings.PerMinute)
                throw Blocked(44, MinuteMessage, minute.SecondsLeft(now));
            minute.Count++;
            day.Count++;
            inFlight++;
        }
    }

    public void Leave() { lock (gate) inFlight--; }

    public void Reset() { lock (gate) (minute.Count, day.Count) = (0, 0); }

    private static Refusal Blocked(int code, string message, int seconds) =>
        new(code, message, 429) { RetryAfterSeconds = seconds };

    private void Show(Settings settings, DateTimeOffset now, IHeaderDictionary headers)
    {
        if (settings.PerDay == 0 && settings.PerMinute == 0) return;
        var (window, limit) = settings.PerDay > 0 ? (day, settings.PerDay) : (minute, settings.PerMinute);
        headers["x-rate-limit-limit"] = limit.ToString();
        headers["x-rate-limit-remaining"] = Math.Max(0, limit - window.Count - 1).ToString();
        headers["x-rate-limit-reset"] = window.SecondsLeft(now).ToString();
    }

    private sealed class Window(TimeSpan length)
    {
        private DateTimeOffset start;

        public int Count { get; set; }

        public void Move(DateTimeOffset now)
        {
            if (now - start < length) return;
            (start, Count) = (now, 0);
        }

        public int SecondsLeft(DateTimeOffset now) => Math.Max(1, (int)Math.Ceiling((start + length - now).TotalSeconds));
    }
}
