"""Reads exports with the packages that their formats' own people keep.

Usage: python read-exports.py FORMAT FILE...
Prints one JSON object a file: {"faults": [...], "facts": {...}}. A fault is what the reader said against the file.
"""

import json
import logging
import sys
from pathlib import Path


def read_prov(path):
    from prov.model import ProvDerivation, ProvDocument

    text = path.read_text("utf-8")
    document = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    faults = [] if again == document else ["written again, it is another document"]
    return faults, {
        "derivations": len(list(document.get_records(ProvDerivation))),
        "bundles": {str(one.identifier): len(list(one.get_records(ProvDerivation))) for one in document.bundles},
        "provN": len(document.get_provn()) > 0,
    }


def read_spdx(path):
    from io import BytesIO

    from spdx_python_model import v3_0_1 as spdx

    objects = spdx.SHACLObjectSet()
    with path.open("rb") as file:
        spdx.JSONLDDeserializer().read(file, objects)
    missing = sorted(str(one) for one in objects.missing_ids)
    # Writing checks what reading does not: that required properties are there, as often as they must be.
    written = BytesIO()
    spdx.JSONLDSerializer().write(objects, written)
    return [f"refers to {one}, which is not there" for one in missing], {
        "datasets": len(list(objects.foreach_type(spdx.dataset_DatasetPackage))),
        "models": len(list(objects.foreach_type(spdx.ai_AIPackage))),
        "relationships": sorted(
            one.relationshipType.rsplit("/", 1)[-1] for one in objects.foreach_type(spdx.Relationship)
        ),
        "same": canonical(json.loads(written.getvalue())) == canonical(json.loads(path.read_text("utf-8"))),
    }


def canonical(document):
    """The elements of an SPDX document by id, whatever their order and the names of blank nodes."""
    elements = [dict(one) for one in document["@graph"]]
    for one in elements:
        one.pop("@id", None)
        one.pop("creationInfo", None)
    return sorted(json.dumps(one, sort_keys=True) for one in elements)


def read_croissant(path):
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=path)
    issues = dataset.metadata.ctx.issues
    again = dataset.metadata.to_json()
    sources = again.get("prov:wasDerivedFrom", [])
    return sorted(issues.errors), {
        "warnings": sorted(issues.warnings),
        "name": again.get("name"),
        "license": again.get("license"),
        "sources": sorted(one["@id"] for one in (sources if isinstance(sources, list) else [sources])),
    }


def read_open_lineage(path):
    from openlineage.client.serde import Serde

    faults, datasets = [], 0
    # Not splitlines(): a quote may hold U+2028.
    for line in path.read_text("utf-8").split("\n"):
        if line:
            wire = json.loads(line)
            again = json.loads(Serde.to_json(to_event(wire)))
            datasets += 1
            if again != wire:
                faults.append(f"{wire['dataset']['name']}: written again, it is another event")
    return faults, {"datasets": datasets}


def to_event(wire):
    """The client's own classes, made from what an event says. It has no reader, but its classes take no field that they lack."""
    from openlineage.client.event_v2 import DatasetEvent
    from openlineage.client.generated import base

    dataset = wire["dataset"]
    facets = {key: to_facet(key, facet) for key, facet in dataset["facets"].items()}
    event = DatasetEvent(
        eventTime=wire["eventTime"],
        producer=wire["producer"],
        dataset=base.StaticDataset(dataset["namespace"], dataset["name"], facets=facets),
    )
    if event.schemaURL != wire["schemaURL"]:
        raise ValueError(f"schemaURL is {wire['schemaURL']}, not {event.schemaURL}")
    return event


def to_facet(key, wire):
    from openlineage.client.generated import base
    from openlineage.client.generated import datasource_dataset, dataset_type_dataset, documentation_dataset, lineage
    from openlineage.client.generated import ownership_dataset

    fields = {name: value for name, value in wire.items() if not name.startswith("_")}
    if key == "lineage":
        fields = {"fields": None, **fields, "inputs": [to_input(lineage, one) for one in fields["inputs"]]}
    if key == "ownership":
        fields["owners"] = [ownership_dataset.Owner(**one) for one in fields["owners"]]
    classes = {
        "lineage": lineage.LineageDatasetFacet,
        "ownership": ownership_dataset.OwnershipDatasetFacet,
        "documentation": documentation_dataset.DocumentationDatasetFacet,
        "dataSource": datasource_dataset.DatasourceDatasetFacet,
        "datasetType": dataset_type_dataset.DatasetTypeDatasetFacet,
    }
    if key in classes:
        facet = classes[key](producer=wire["_producer"], **fields)
        if facet._schemaURL != wire["_schemaURL"]:
            raise ValueError(f"{key}: _schemaURL is {wire['_schemaURL']}, not {facet._schemaURL}")
        return facet
    facet = base.DatasetFacet(producer=wire["_producer"]).with_additional_properties(**fields)
    facet._schemaURL = wire["_schemaURL"]
    return facet


def to_input(lineage, wire):
    transformations = [lineage.LineageTransformation(**one) for one in wire["transformations"]]
    return lineage.LineageDatasetInput(**{**wire, "transformations": transformations})


READERS = {
    "prov-json": read_prov,
    "spdx": read_spdx,
    "croissant": read_croissant,
    "open-lineage": read_open_lineage,
}


def main():
    logging.disable(logging.WARNING)
    name, *paths = sys.argv[1:]
    for path in paths:
        try:
            faults, facts = READERS[name](Path(path))
        except Exception as error:  # whatever a reader raises is its verdict
            faults, facts = [f"{type(error).__name__}: {error}"], {}
        print(json.dumps({"faults": faults, "facts": facts}))


main()
