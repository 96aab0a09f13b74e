using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>Credits of any 24 hours and calls at once, for the whole organisation (vendor notes, section 9).</summary>
internal sealed class CrmLimits
{
    private static readonly TimeSpan window = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly Queue<(DateTimeOffset Minute, int Credits)> past = new();
    private DateTimeOffset minute;
    private int inMinute;
    private int used;
    private int inFlight;
    private int heavyInFlight;

    public int Used { get { lock (gate) return used + inMinute; } }

    /// <summary>The most calls that were there at once, since the last reset.</summary>
    public int Highest { get; private set; }

    public int HighestHeavy { get; private set; }

    /// <exception cref="CrmRefusal">429: too many at once, or no credits are left.</exception>
    public void Enter(Org org, CallCost cost, DateTimeOffset now, IHeaderDictionary headers)
    {
        lock (gate)
        {
            var most = org.Settings.Concurrency ?? org.Tier.Concurrency();
            if (most > 0 && inFlight >= most) throw CrmRefusal.TooMany();
            if (cost.IsHeavy && org.Settings.SubConcurrency > 0 && heavyInFlight >= org.Settings.SubConcurrency)
                throw CrmRefusal.TooMany();
            Move(now);
            var credits = org.Settings.Credits ?? org.Tier.Credits(org.Settings.Users);
            if (credits > 0 && used + inMinute + cost.Credits > credits)
            {
                headers["X-API-CREDITS-REMAINING"] = Math.Max(0, credits - used - inMinute).ToString();
                throw CrmRefusal.TooMany();
            }
            inMinute += cost.Credits;
            if (credits > 0 && (used + inMinute) * 2 >= credits)
                headers["X-API-CREDITS-REMAINING"] = (credits - used - inMinute).ToString();
            Highest = Math.Max(Highest, ++inFlight);
            if (cost.IsHeavy) HighestHeavy = Math.Max(HighestHeavy, ++heavyInFlight);
        }
    }

    public void Leave(CallCost cost)
    {
        lock (gate)
        {
            inFlight--;
            if (cost.IsHeavy) heavyInFlight--;
        }
    }

    public void Reset()
    {
        lock (gate)
        {
            past.Clear();
            (used, inMinute, Highest, HighestHeavy) = (0, 0, 0, 0);
        }
    }

    private void Move(DateTimeOffset now)
    {
        if (now - minute >= TimeSpan.FromMinutes(1))
        {
            if (inMinute > 0) past.Enqueue((minute, inMinute));
            used += inMinute;
            (minute, inMinute) = (now, 0);
        }
        while (past.TryPeek(out var oldest) && now - oldest.Minute >= window) used -= past.Dequeue().Credits;
    }
}
