using System.Globalization;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// Counts API credits and keeps calls back when they run low. Zoho counts 1 for a call, 1 for each 10 records written, 1 to 3
/// for a query, over a rolling 24 hours. Source: Zoho CRM API v8, API Limits.
/// </summary>
internal sealed class CrmCredits(ZohoCrmOptions options, TimeProvider time)
{
    private const string Header = "X-API-CREDITS-REMAINING";
    private const int Hours = 24;
    private static readonly TimeSpan Believed = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly (long Hour, int Used)[] hours = new (long, int)[Hours];
    private readonly DateTimeOffset since = time.GetUtcNow();
    private (int Count, DateTimeOffset At)? remaining;
    private int? allowance;

    public CrmCreditState State
    {
        get
        {
            lock (gate)
            {
                var day = time.GetUtcNow() - TimeSpan.FromDays(1);
                return new(Used(), since > day ? since : day, remaining?.Count, remaining?.At, allowance);
            }
        }
    }

    /// <summary>True when there is reason to think that none are left.</summary>
    public bool UsedUp
    {
        get { lock (gate) return Left() <= 0 || Used() >= options.CreditsPerDay; }
    }

    public void Follow(CrmOrg org)
    {
        lock (gate) allowance = OfTier(org);
    }

    /// <summary>Counts an answer; every try costs.</summary>
    public void Note(ApiCall call, ApiAnswer answer)
    {
        lock (gate)
        {
            var hour = Hour();
            ref var slot = ref hours[hour % Hours];
            slot = slot.Hour == hour ? (hour, slot.Used + call.Weight) : (hour, call.Weight);
            if (int.TryParse(answer.Header(Header), NumberStyles.None, CultureInfo.InvariantCulture, out var left))
                remaining = (left, time.GetUtcNow());
        }
    }

    /// <exception cref="FailureException">The call would use credits that are not there, or are left to others.</exception>
    public void Require(ApiCall call)
    {
        lock (gate)
        {
            if (Left() is { } left && left - call.Weight < options.CreditReserve)
                throw new FailureException(CrmThrottle.UsedUp(call, remaining!.Value.At + Believed - time.GetUtcNow()));
            if (Used() + call.Weight > options.CreditsPerDay)
                throw new FailureException(CrmThrottle.UsedUp(call, Believed));
        }
    }

    internal static int? OfTier(CrmOrg org) => org.Tier switch
    {
        CrmTier.Free => 5_000,
        CrmTier.Standard => Math.Min(50_000 + (250 * org.Users), 100_000),
        CrmTier.Professional => Math.Min(50_000 + (500 * org.Users), 3_000_000),
        CrmTier.Enterprise => Math.Min(50_000 + (1_000 * org.Users), 5_000_000),
        CrmTier.Ultimate => 50_000 + (2_000 * org.Users),
        _ => null,
    };

    /// <summary>What Zoho said a while ago may be long past.</summary>
    private int? Left() => remaining is { } known && time.GetUtcNow() - known.At < Believed ? known.Count : null;

    private int Used()
    {
        var hour = Hour();
        return hours.Where(slot => slot.Hour > hour - Hours).Sum(slot => slot.Used);
    }

    private long Hour() => time.GetUtcNow().ToUnixTimeSeconds() / 3600;
}
