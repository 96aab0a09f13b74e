namespace Isthmus.Functions.ZohoCrm;

/// <summary>What is known of a record of the CRM: as it was handed over last, or as we wrote it since.</summary>
/// <param name="At">The Modified_Time of the version that was handed over; null where only we have written it.</param>
/// <param name="Fields">What it held, as one hash a field.</param>
internal sealed record CrmSight(DateTimeOffset? At, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>True where we made the record.</summary>
    public bool MadeByUs { get; init; }

    /// <summary>True where it was handed over as gone.</summary>
    public bool Gone { get; init; }

    /// <summary>
    /// How often it was handed over: part of an event's name, so that a record which came back to what it was within a second
    /// is news.
    /// </summary>
    public int Handed { get; init; }

    /// <summary>Our key, where the record held one.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a version of the record is to be handed over.</summary>
    /// <param name="known">What is known of the record; null for nothing.</param>
    /// <param name="seen">The version.</param>
    /// <param name="us">The id of the user who acts for us; null where it is not known, and then everything is news.</param>
    public static CrmVerdict Judge(CrmSight? known, CrmVersion seen, string? us)
    {
        if (known is null || known.Gone) return CrmVerdict.News;
        if (seen.At < known.At) return CrmVerdict.Older;
        var same = CrmContent.Same(seen.Fields, known.Fields);
        if (same && seen.At == known.At) return CrmVerdict.Known;
        if (us is null || seen.ChangedBy != us) return CrmVerdict.News;
        return same || (known is { At: null, MadeByUs: true } && seen.CreatedAt == seen.At) ? CrmVerdict.Ours : CrmVerdict.News;
    }

    /// <summary>What is known once a version was handed over, or turned out to be ours.</summary>
    /// <param name="seen">The version.</param>
    /// <param name="before">What was known when the handing over began: what we wrote since stays noted.</param>
    public CrmSight After(CrmVersion seen, CrmSight? before)
    {
        if (At > seen.At) return this;
        var meanwhile = Fields.Where(each => before is null || before.Fields.GetValueOrDefault(each.Key) != each.Value);
        var after = this with { At = seen.At, Fields = seen.Fields, Gone = false, Key = seen.Key ?? Key };
        return before is null && At is null ? after : after.With(meanwhile);
    }

    /// <summary>What is known once we wrote some fields.</summary>
    public CrmSight With(IEnumerable<KeyValuePair<string, string>> written)
    {
        var fields = new Dictionary<string, string>(Fields, StringComparer.Ordinal);
        foreach (var (name, hash) in written) fields[name] = hash;
        return this with { Fields = fields };
    }
}

/// <summary>What a version of a record is to those who follow it.</summary>
internal enum CrmVerdict
{
    /// <summary>It is to be handed over.</summary>
    News,
    /// <summary>It was handed over.</summary>
    Known,
    /// <summary>A newer one was handed over.</summary>
    Older,
    /// <summary>Only we have changed it.</summary>
    Ours,
}
