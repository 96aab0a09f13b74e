namespace Isthmus.Embedded.Tables;

/// <summary>
/// Tables and their entities. The key index finds an entity or walks a partition in order of row key; the entity itself stands in
/// the row, so that a large one costs nothing to those beside it.
/// </summary>
internal static class TableSchema
{
    public static IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS azure_tables (
          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE)
        """,
        """
        CREATE TABLE IF NOT EXISTS azure_entities (
          "table" INTEGER NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL, stamp INTEGER NOT NULL, properties BLOB NOT NULL)
        """,
        "CREATE UNIQUE INDEX IF NOT EXISTS azure_entities_key ON azure_entities (\"table\", partition, row)",
    ];
}
