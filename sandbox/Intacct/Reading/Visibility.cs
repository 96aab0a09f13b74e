using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Sessions;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>What a session sees: its entity's records, or at the top level those of none, private ones only when asked for.</summary>
internal static class Visibility
{
    public static IEnumerable<Record> Seen(this IEnumerable<Record> records, Company company, Session session, bool showPrivate)
    {
        var latest = company.Now - company.Settings.Lag;
        var lags = company.Settings.Lag > TimeSpan.Zero;
        return records.Where(record => (!lags || (record.Modified ?? record.Created) <= latest)
            && (record["MEGAENTITYID"] is not { Length: > 0 } entity
                || (session.Entity.Length == 0 ? showPrivate : entity == session.Entity)));
    }
}
