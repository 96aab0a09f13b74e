namespace Isthmus.Core.Mapping.Running;

/// <summary>Makes one scalar from the record.</summary>
internal delegate Value FieldReader(MappingRun run);

/// <summary>Decides whether something applies.</summary>
internal delegate bool Condition(MappingRun run);

/// <summary>Writes part of the target; false when there was nothing to write.</summary>
internal delegate bool Emitter(MappingRun run);
