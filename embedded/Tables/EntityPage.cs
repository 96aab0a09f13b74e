using Isthmus.Embedded.Tables.Entities;

namespace Isthmus.Embedded.Tables;

/// <summary>Some of the answers to a query; <see cref="Next"/> is where the following page begins, null at the end.</summary>
internal sealed record EntityPage(List<StoredEntity> Entities, EntityPosition? Next);
