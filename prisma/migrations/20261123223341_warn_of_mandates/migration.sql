-- CreateTable
CREATE TABLE "mandate_warning" (
    "network_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "valid_until" DATE NOT NULL,
    "days_ahead" INTEGER NOT NULL,

    CONSTRAINT "mandate_warning_pkey" PRIMARY KEY ("network_id","resolution_id","valid_until","days_ahead")
);

-- CreateIndex
CREATE INDEX "mandate_warning_resolution_id_idx" ON "mandate_warning"("resolution_id");

-- AddForeignKey
ALTER TABLE "mandate_warning" ADD CONSTRAINT "mandate_warning_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate_warning" ADD CONSTRAINT "mandate_warning_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE CASCADE ON UPDATE CASCADE;


