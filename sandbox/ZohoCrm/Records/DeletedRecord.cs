namespace Isthmus.Sandbox.ZohoCrm.Records;

/// <summary>A record in the recycle bin, or one that was there: 60 days, then 60 more in the list only.</summary>
internal sealed class DeletedRecord
{
    public static readonly TimeSpan InBin = TimeSpan.FromDays(60);
    public static readonly TimeSpan Listed = TimeSpan.FromDays(120);

    public required long Id { get; init; }

    public required string Module { get; init; }

    public required string Name { get; init; }

    public required long CreatedBy { get; init; }

    public required long DeletedBy { get; init; }

    public required DateTimeOffset Deleted { get; init; }

    /// <summary>What a restore puts back; null once it is gone for good.</summary>
    public CrmRecord? Record { get; set; }

    public bool IsPermanent(DateTimeOffset now) => Record is null || now - Deleted >= InBin;
}
