using Azure.Data.Tables;

namespace Isthmus.Core.Tables;

/// <summary>The tables of Isthmus by what they hold. <see cref="CreateAsync"/> makes those that are missing.</summary>
public sealed class IsthmusTables(TableServiceClient service)
{
    /// <summary>Received events, once each.</summary>
    public TableClient Inbox { get; } = service.GetTableClient("inbox");

    /// <summary>Which record of one system is which record of another.</summary>
    public TableClient CrossReferences { get; } = service.GetTableClient("crossreferences");

    /// <summary>Runs and their steps.</summary>
    public TableClient Runs { get; } = service.GetTableClient("runs");

    /// <summary>Runs by flow, newest first.</summary>
    public TableClient RunIndex { get; } = service.GetTableClient("runindex");

    /// <summary>Records that could not be carried across.</summary>
    public TableClient DeadLetters { get; } = service.GetTableClient("deadletters");

    /// <summary>What was done, by whom, to which record.</summary>
    public TableClient Audit { get; } = service.GetTableClient("audit");

    /// <summary>How far each poll has come.</summary>
    public TableClient Checkpoints { get; } = service.GetTableClient("checkpoints");

    /// <summary>Which connections are paused, and the runs that wait for each.</summary>
    public TableClient Connections { get; } = service.GetTableClient("connections");

    /// <summary>Stored documents that are small.</summary>
    public TableClient Payloads { get; } = service.GetTableClient("payloads");

    /// <summary>Payouts with their lines, and the daily proofs.</summary>
    public TableClient Reconciliation { get; } = service.GetTableClient("reconciliation");

    /// <summary>Quantities as they were read last, and those on their way.</summary>
    public TableClient Stock { get; } = service.GetTableClient("stock");

    /// <summary>Items as they were read last, those on their way, and those that were written.</summary>
    public TableClient Items { get; } = service.GetTableClient("items");

    /// <summary>Loads of many records, and what was loaded.</summary>
    public TableClient Loads { get; } = service.GetTableClient("loads");

    /// <summary>Which customer of one system is which customer of another.</summary>
    public TableClient Customers { get; } = service.GetTableClient("customers");

    /// <summary>Records of the CRM as they were seen last, where somebody follows their changes.</summary>
    public TableClient CrmRecords { get; } = service.GetTableClient("crmrecords");

    /// <summary>What is kept of the records that are carried to the CRM, and how far each of its flows has come.</summary>
    public TableClient MasterData { get; } = service.GetTableClient("masterdata");

    /// <summary>Which account of the CRM is which customer or vendor of the books.</summary>
    public TableClient AccountMap { get; } = service.GetTableClient("accountmap");

    /// <summary>Deals that were won, and their orders.</summary>
    public TableClient Deals { get; } = service.GetTableClient("deals");

    /// <summary>Creates the tables that do not exist yet.</summary>
    public async Task CreateAsync(CancellationToken cancellation = default)
    {
        TableClient[] all =
        [
            Inbox, CrossReferences, Runs, RunIndex, DeadLetters, Audit, Checkpoints, Connections, Payloads, Reconciliation, Stock, Items, Loads,
            Customers, CrmRecords, MasterData, AccountMap, Deals,
        ];
        foreach (var table in all) await table.CreateIfNotExistsAsync(cancellation);
    }
}
